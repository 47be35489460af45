// SPDX-License-Identifier: EUPL-1.2
// Puts a slider under every number and answers at once; without script the button does the same.
const form = document.getElementById("plan");
const number = (text) => Number(text.replace(",", "."));
let waiting;

async function answer() {
  const asked = new URLSearchParams(new FormData(form));
  asked.delete("experiment"); // playing the design is asked with the button
  const page = await fetch("?" + asked, { signal: (waiting = new AbortController()).signal }).then((r) => r.text());
  const fresh = new DOMParser().parseFromString(page, "text/html").getElementById("uitkomst");
  document.getElementById("uitkomst").replaceChildren(...fresh.childNodes);
  history.replaceState(null, "", "?" + asked);
}

function changed() {
  waiting?.abort();
  answer().catch((e) => { if (e.name !== "AbortError") throw e; });
}

for (const field of form.querySelectorAll("input[data-least]")) {
  const slider = Object.assign(document.createElement("input"), {
    type: "range", min: number(field.dataset.least), max: number(field.dataset.most), step: number(field.dataset.step), className: "pt-slider",
  });
  slider.value = number(field.value);
  slider.setAttribute("aria-label", form.querySelector(`label[for="${field.id}"]`).textContent);
  slider.addEventListener("input", () => { field.value = slider.value.replace(".", ","); changed(); });
  field.addEventListener("change", () => { slider.value = number(field.value); changed(); });
  field.after(slider);
}
