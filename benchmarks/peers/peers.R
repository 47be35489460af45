# SPDX-License-Identifier: EUPL-1.2
# The peers in R of the benchmarks. Rscript peers.R FOLDER COMPARISON PEER
# Reads the input that ours reads too, runs once to warm up and five times, and writes with tabs between them: the comparison, the median and the
# fastest in seconds.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]; comparison <- arguments[2]; peer <- arguments[3]

doubles <- function(name) { path <- file.path(folder, name); readBin(path, "double", file.size(path) / 8, endian = "little") }
integers <- function(name) { path <- file.path(folder, name); readBin(path, "integer", file.size(path) / 4, endian = "little") }
columns <- function(name) as.data.frame(setNames(lapply(1:8, function(j) doubles(paste0(name, j))), paste0("x", 1:8)))

need <- function(package) {
  if (!suppressWarnings(suppressMessages(require(package, character.only = TRUE, quietly = TRUE)))) {
    message(package, " is not installed")
    quit(status = 1)
  }
}

measure <- function(run) {
  run()
  times <- sapply(1:5, function(i) { gc(FALSE); system.time(run(), gcFirst = FALSE)[["elapsed"]] })
  cat(comparison, "\t", format(median(times), digits = 6), "\t", format(min(times), digits = 6), "\n", sep = "")
}

permutation <- function(units) {
  need("coin")
  data <- data.frame(y = doubles(paste0("outcome", units)), arm = factor(integers(paste0("arm", units))))
  set.seed(1)
  measure(function() pvalue(oneway_test(y ~ arm, data, distribution = approximate(nresample = 100000))))
}

# 10,000 trials of five arms of 100: Fisher, chi-square and the logistic (Wald) test of four arms against the first, without a loop over trials.
trials <- function() {
  set.seed(1)
  n <- 100
  # the two-sided probability of Fisher's test for every pair of counts, made once per call like everything else
  run <- function() {
    control <- rbinom(10000, n, 0.1)
    other <- matrix(rbinom(40000, n, 0.2), 10000)
    k <- control + other
    fisher <- matrix(0, n + 1, n + 1)
    for (total in 0:(2 * n)) {
      support <- max(0, total - n):min(n, total)
      density <- dhyper(support, n, n, total)
      p <- rowSums(outer(density, density, function(a, b) ifelse(b <= a * (1 + 1e-7), b, 0)))
      fisher[cbind(support + 1, total - support + 1)] <- p
    }
    f <- fisher[cbind(rep(control, 4) + 1, as.vector(other) + 1)]
    chi <- 2 * n * (other * (n - control) - control * (n - other))^2 / (n * n * k * (2 * n - k))
    x <- pchisq(chi, 1, lower.tail = FALSE)
    odds <- log(other / (n - other)) - log(control / (n - control))
    z <- odds / sqrt(1 / other + 1 / (n - other) + 1 / control + 1 / (n - control))
    w <- 2 * pnorm(-abs(z))
    c(mean(f < 0.05), mean(x < 0.05, na.rm = TRUE), mean(w < 0.05, na.rm = TRUE))
  }
  measure(run)
}

survival_data <- function() { need("survival"); list(months = doubles("months"), cause = integers("cause"), arm = integers("arm")) }

switch(comparison,
  "permutation-392" = permutation(392),
  "permutation-3500" = permutation(3500),
  "trials" = trials(),
  "curve" = { d <- survival_data(); measure(function() survfit(Surv(d$months, d$cause > 0) ~ 1)) },
  "log-rank" = { d <- survival_data(); measure(function() survdiff(Surv(d$months, d$cause > 0) ~ d$arm)) },
  "cox" = {
    d <- survival_data()
    x <- columns("x")
    x$months <- d$months
    x$event <- d$cause > 0
    measure(function() coxph(Surv(months, event) ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8, x, ties = "efron"))
  },
  "incidence" = {
    d <- survival_data()
    if (peer == "cmprsk") {
      need("cmprsk")
      measure(function() cuminc(d$months, d$cause, cencode = 0))
    } else {
      cause <- factor(d$cause)
      measure(function() survfit(Surv(d$months, cause) ~ 1))
    }
  },
  "matching" = {
    need("MatchIt")
    data <- setNames(columns("m"), paste0("m", 1:8))
    data$treat <- c(rep(1, 400), rep(0, nrow(data) - 400))
    measure(function() summary(matchit(treat ~ m1 + m2 + m3 + m4 + m5 + m6 + m7 + m8, data, method = "nearest", distance = data$m1)))
  },
  "complete" = { set.seed(1); measure(function() sample(rep(0:1, each = 500000))) },
  "blocked" = {
    set.seed(1)
    block <- integers("block")
    measure(function() { arms <- integer(1000000); for (rows in split(seq_along(block), block)) arms[rows] <- sample(rep(0:1, each = length(rows) / 2)); arms })
  }
)
