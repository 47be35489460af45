# SPDX-License-Identifier: EUPL-1.2
# Makes evaluation_synthetic.csv (invented people in the form of a frozen data set) and 24-evaluation.json (what R makes of it).
# Run in this folder: Rscript 24-evaluation.R. Base R, survival, cmprsk, sandwich.
suppressMessages({library(survival); library(cmprsk); library(sandwich)})
set.seed(20191001)
arms <- c("zelf-in-actie", "extra-begeleiding", "verdienen-loont", "onderzoeksgroep")
lot <- c(as.Date("2017-09-15"), as.Date("2017-11-20")); count <- as.Date("2019-10-01")
n1 <- 400; n2 <- 60; n0 <- 120; n <- n1 + n2 + n0
d <- data.frame(pseudoniem = sprintf("p%04d", 1:n), eenheid = sprintf("e%04d", 1:n), stringsAsFactors = FALSE)
d$groep <- c(rep(arms, n1 / 4), rep(arms, n2 / 4), rep("", n0))
d$loting <- c(rep("WAGENINGEN-2017-C1", n1), rep("WAGENINGEN-2017-C2", n2), rep("", n0))
d$from <- c(rep(lot[1], n1), rep(lot[2], n2), rep(lot[1], n0))
d$leeftijd <- sample(27:63, n, TRUE); d$geslacht <- sample(c("man", "vrouw"), n, TRUE)
d$opleiding <- sample(c("basis", "laag", "midden", "hoog"), n, TRUE); d$maanden_bijstand <- sample(1:120, n, TRUE)
d$afstand_tot_werk <- sample(c("klein", "middel", "groot"), n, TRUE)
began <- d$groep != "" & runif(n) < 0.45
d$begin <- as.Date(ifelse(began, ifelse(d$from == lot[1], as.Date("2017-10-01"), as.Date("2018-01-01")), NA), origin = "1970-01-01")
stop <- began & runif(n) < 0.08
d$gestopt <- as.Date(ifelse(stop, d$begin + sample(30:500, n, TRUE), NA), origin = "1970-01-01")
withdrawn <- stop & runif(n) < 0.4
hazard <- 0.0060 * ifelse(began & d$groep %in% arms[1:2], 1.6, 1) * ifelse(d$leeftijd < 40, 1.3, 0.9)
tw <- rgeom(n, hazard / 6) + 5; to <- rgeom(n, 0.0040 / 6) + 5
tw <- ceiling(tw); to <- ceiling(to)
end <- as.integer(count - d$from)
first <- pmin(tw, to); left <- first <= end
d$exit <- as.Date(ifelse(left, d$from + first, NA), origin = "1970-01-01")
d$reden <- ifelse(left, ifelse(tw <= to, "werk", "verhuizing"), "")
d$work <- as.Date(ifelse(left & d$reden == "werk", d$exit, NA), origin = "1970-01-01")
d$since <- as.Date(ifelse(began & !is.na(d$work) & d$work > d$begin, d$work, NA), origin = "1970-01-01")
back <- left & runif(n) < 0.15
ret <- as.Date(ifelse(back, d$exit + sample(40:300, n, TRUE), NA), origin = "1970-01-01")
onb <- function(day) ifelse(is.na(d$exit) | day < d$exit, TRUE, !is.na(ret) & day >= ret)
months <- seq(as.Date("2017-09-01"), as.Date("2019-09-01"), by = "month")
nextm <- c(months[-1], count)
state <- sapply(seq_along(months), function(m) {
  e <- onb(nextm[m]); s <- ifelse(is.na(d$exit) | d$exit > months[m], TRUE, !is.na(ret) & ret < nextm[m])
  ifelse(e, "bijstand", ifelse(s, "deels", "geen")) })
cents <- sapply(seq_along(months), function(m) ifelse(state[, m] != "geen" & runif(n) < 0.12, sample(5000:90000, n, TRUE), 0))
day <- function(x) ifelse(is.na(x), "", format(x)); yes <- function(x) ifelse(is.na(x), "", ifelse(x, "ja", "nee"))
goal <- ifelse(began, runif(n) < 0.9, NA); prom <- ifelse(began, runif(n) < 0.3, NA)
out <- cbind(d$pseudoniem, d$eenheid, d$groep, d$loting, day(d$from), "", "", day(d$begin), day(d$gestopt), yes(withdrawn), "",
  d$leeftijd, d$geslacht, d$opleiding, d$maanden_bijstand, d$afstand_tot_werk, "ja", day(d$exit), d$reden, day(d$work), day(d$since),
  yes(onb(count)), yes(goal), yes(prom), state, cents)
# of who withdrew only the lot is left
out[withdrawn, c(6:9, 11:ncol(out))] <- ""; out[withdrawn, 17] <- "nee"
head <- c("# proeftuin.dataset.1", "# experiment wageningen-2017", paste("# protocol", strrep("0", 64)), "# teldatum 2019-10-01",
  "# bekend_op 2019-10-15", "# gevolgd_vanaf 2017-09-15", "# reden werk werk Werk in loondienst", "# reden verhuizing anders Verhuizing",
  "# reden onbekend anders Onbekend",
  paste(c("pseudoniem,eenheid,groep,loting,gevolgd_vanaf,plaats,toestemming,begin,gestopt,ingetrokken,gevolgd_tot,leeftijd,geslacht,opleiding,maanden_bijstand,afstand_tot_werk,uitkomst_bekend,eerste_uitstroom,reden,uitstroom_werk,uitstroom_werk_sinds_begin,bijstand_op_teldatum,doel_bepaald,kansrijk",
  paste0("stand_", format(months, "%Y-%m")), paste0("cent_", format(months, "%Y-%m"))), collapse = ","))
con <- file("evaluation_synthetic.csv", "wb"); writeLines(c(head, apply(out, 1, function(r) paste(trimws(r), collapse = ","))), con, sep = "\n"); close(con)

# ---- what R makes of it
drawn <- d$groep != "" & !withdrawn; net <- as.integer(!is.na(d$work) & !onb(count)); gross <- as.integer(!is.na(d$work))
ctrl <- "onderzoeksgroep"; draw <- factor(d$loting)
hc2 <- function(f) { V <- vcovHC(f, "HC2"); function(t) { b <- coef(f)[t]; s <- sqrt(V[t, t]); df <- f$df.residual
  list(value = unname(b), se = s, p = 2 * pt(-abs(b / s), df), lower = unname(b - qt(.975, df) * s), upper = unname(b + qt(.975, df) * s)) } }
json <- character(0)
num <- function(x) paste(sprintf("%.17g", x), collapse = ", ")
put <- function(name, l) json <<- c(json, sprintf("  \"%s\": {%s}", name, paste(sprintf("\"%s\": %s", names(l), sapply(l, num)), collapse = ", ")))
wilson <- function(x, n, z) { p <- x / n; c((2*n*p + z^2 - z*sqrt(z^2 + 4*n*p*(1-p))) / (2*(n+z^2)), (2*n*p + z^2 + z*sqrt(z^2 + 4*n*p*(1-p))) / (2*(n+z^2))) }
for (a in arms[1:3]) {
  s <- drawn & d$groep %in% c(a, ctrl); z <- as.integer(d$groep[s] == a); y <- gross[s]
  k <- droplevels(draw[s]); r <- hc2(lm(y ~ z + k))("z")
  # the exact p of the lot in two blocks: the difference per block weighted by its size, all assignments of both
  blocks <- lapply(levels(k), function(b) { i <- k == b; N1 <- sum(z[i]); N0 <- sum(1 - z[i]); X <- sum(y[i]); x <- max(0, X - N0):min(N1, X)
    list(seen = sum(y[i] * z[i]), x = x, p = dhyper(x, N1, N0, X), v = (x / N1 - (X - x) / N0) * sum(i) / length(y)) })
  seen <- sum(sapply(blocks, function(b) b$v[b$x == b$seen])); v <- outer(blocks[[1]]$v, blocks[[2]]$v, "+"); w <- outer(blocks[[1]]$p, blocks[[2]]$p)
  put(paste0("itt/gross/", a), c(r, n = sum(s), p_lot = sum(w[abs(v) >= abs(seen) - 1e-12])))
  b <- as.integer(began[s] & d$groep[s] == a); f1 <- lm(b ~ z + k); pi <- coef(f1)["z"]; eff <- coef(lm(y ~ z + k))["z"] / pi
  u <- y - eff * b; se <- sqrt(vcovHC(lm(u ~ z + k), "HC2")["z", "z"]) / pi
  put(paste0("complier/gross/", a), list(value = unname(eff), se = unname(se)))
  f <- s & d$loting == "WAGENINGEN-2017-C1"; x1 <- sum(gross[f & d$groep == a]); m1 <- sum(f & d$groep == a); x2 <- sum(gross[f & d$groep == ctrl]); m2 <- sum(f & d$groep == ctrl)
  w1 <- wilson(x1, m1, qnorm(.975)); w2 <- wilson(x2, m2, qnorm(.975)); dd <- x1/m1 - x2/m2
  ks <- max(0, x1 + x2 - m2):min(m1, x1 + x2); dk <- ks/m1 - (x1 + x2 - ks)/m2
  put(paste0("first-lottery/gross/", a), list(value = dd, lower = dd - sqrt((x1/m1 - w1[1])^2 + (w2[2] - x2/m2)^2), upper = dd + sqrt((w1[2] - x1/m1)^2 + (x2/m2 - w2[1])^2),
    p = sum(dhyper(ks, m1, m2, x1 + x2)[abs(dk) >= abs(dd) - 1e-12]), n = m1 + m2))
  X <- model.matrix(~ leeftijd + geslacht + opleiding + maanden_bijstand + afstand_tot_werk, d[s, ])[, -1]; Xc <- scale(X, scale = FALSE)
  put(paste0("lin/gross/", a), hc2(lm(y ~ z + Xc + z:Xc))("z"))
}
m <- 13; s <- drawn & d$from < nextm[m]; ym <- as.integer(!is.na(d$work[s]) & d$work[s] <= nextm[m] & state[s, m] != "bijstand")
g <- relevel(factor(d$groep[s]), ctrl); fm <- hc2(lm(ym ~ g + droplevels(draw[s])))
for (a in arms[1:3]) put(paste0("month-13/net/", a), fm(paste0("g", a)))
t <- as.integer(ifelse(left, first, end)); cause <- ifelse(!left, 0, ifelse(d$reden == "werk", 1, 2)); s <- drawn
horizon <- floor(as.integer(count - lot[2]) / (365.25 / 12)); at <- horizon * 365.25 / 12
for (a in arms) { f <- survfit(Surv(t, factor(cause)) ~ 1, subset = s & d$groep == a, data = data.frame(t, cause)); q <- summary(f, times = at)
  put(paste0("incidence/", a), list(months = horizon, work = q$pstate[which(f$states == "1")], other = q$pstate[which(f$states == "2")], free = q$pstate[which(f$states == "(s0)")])) }
put("gray", list(p = cuminc(t[s], cause[s], d$groep[s])$Tests["1", "pv"]))
put("log-rank", list(p = pchisq(survdiff(Surv(t[s], cause[s] > 0) ~ d$groep[s])$chisq, 3, lower.tail = FALSE)))
cox <- summary(coxph(Surv(t[s], cause[s] == 1) ~ relevel(factor(d$groep[s]), ctrl)))
for (i in 1:3) { a <- sub(".*)", "", rownames(cox$coefficients)[i]); put(paste0("hazard/", a), list(ratio = cox$coefficients[i, 2], p = cox$coefficients[i, 5], lower = cox$conf.int[i, 3], upper = cox$conf.int[i, 4])) }
put("missing", list(total = sum(withdrawn), p = fisher.test(table(d$groep[d$groep != ""], withdrawn[d$groep != ""]))$p.value))
con <- file("24-evaluation.json", "wb")
writeLines(c("{", sprintf("  \"generator\": \"%s; survival %s, cmprsk %s, sandwich %s\",", R.version.string, packageVersion("survival"), packageVersion("cmprsk"), packageVersion("sandwich")),
  "  \"script\": \"24-evaluation.R\",", "  \"tolerance\": 1e-9,", paste(json, collapse = ",\n"), "}"), con, sep = "\n"); close(con)
