// SPDX-License-Identifier: EUPL-1.2
// Moves the bar by server-sent events; without script the page refreshes itself.
const bar = document.querySelector("progress[data-events]");
const text = document.getElementById("voortgang-tekst");
const events = new EventSource(bar.dataset.events);
events.addEventListener("voortgang", (e) => {
  const { done, total, text: said } = JSON.parse(e.data);
  Object.assign(bar, { max: Math.max(1, total), value: done });
  if (text.textContent !== said) text.textContent = said;
});
events.addEventListener("klaar", () => { events.close(); location.reload(); });
events.onerror = () => setTimeout(() => location.reload(), 2000);
