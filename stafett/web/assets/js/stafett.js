/* What the pages do a little better with JavaScript. Every page works without it.
   Elements say what they want through data-attributes; nothing here knows a page. */

import "./sheets.js";
import "./table.js";
import "./meeting.js";

const counted = "[data-counter]";

/** What the server will count: code points, with a line break as the two characters a form sends. */
const lengthOf = (text) => [...text.replace(/\r?\n/g, "\r\n")].length;

const announceLater = (() => {
  let waiting;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const region = document.getElementById("st-live");
      if (region) region.textContent = text;
    }, 1000);
  };
})();

function showCount(counter, announce) {
  const control = document.getElementById(counter.dataset.counterFor);
  if (!control) return;
  const left = Number(counter.dataset.counter) - lengthOf(control.value);
  const template = left < 0 ? counter.dataset.over : counter.dataset.under;
  counter.textContent = template.replace("#", Math.abs(left));
  counter.toggleAttribute("data-exceeded", left < 0);
  counter.toggleAttribute("data-far", left > counter.dataset.counter / 2);
  if (announce && left < 20) announceLater(counter.textContent);
}

function startCounters(root) {
  root.querySelectorAll(counted).forEach((counter) => showCount(counter, false));
}

document.addEventListener("input", ({ target }) => {
  if (!target.id) return;
  const counter = document.querySelector(`${counted}[data-counter-for="${CSS.escape(target.id)}"]`);
  if (counter) showCount(counter, true);
});

/* One press, one row: the second submit of the same form goes nowhere. */
function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method === "dialog" || form.method === "get") return;
    if (form.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sent = "1";
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(release, 8000, form); // a form that answered with a file leaves the page standing
  },
  true,
);

window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.elt.closest?.("form");
  if (form) release(form);
});

/* Unsaved words, or words the server has sent back: the browser asks before they are left behind. */
const isChanged = (control) =>
  control.matches("textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=submit])") &&
  control.value !== control.defaultValue;

window.addEventListener("beforeunload", (event) => {
  const unsaved = [...document.querySelectorAll("form[data-keep]:not([data-sent])")].some(
    (form) => form.querySelector("[aria-invalid]") || [...form.elements].some(isChanged),
  );
  if (unsaved) event.preventDefault();
});

function moveFocus(element) {
  if (!element) return;
  if (!element.matches("a[href], button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
  element.focus();
}

document.addEventListener("htmx:afterSettle", ({ target }) => {
  startCounters(target);
  moveFocus(target.matches("[data-focus]") ? target : target.querySelector("[data-focus]"));
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog?.showModal) {
    event.preventDefault();
    dialog.showModal();
  }
  if (event.target.closest("[data-closes]")) {
    event.preventDefault();
    event.target.closest("dialog")?.close();
  }
  if (event.target.closest("[data-print]")) window.print();
});

/* Somebody else has written: say so, and leave it to the reader when to look. A page that is not seen does not
   listen; its address tells how far it has come, so what happened meanwhile is said when it is seen again. */
function listen(place) {
  let source;
  const turn = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(place.dataset.live, { withCredentials: true });
    source.addEventListener("changed", tell);
  };
  const tell = () => {
    source.close();
    document.removeEventListener("visibilitychange", turn);
    place.firstElementChild.hidden = false;
  };
  document.addEventListener("visibilitychange", turn);
  turn();
}

document.documentElement.dataset.script = "on";
startCounters(document);
document.querySelectorAll("[data-live]").forEach(listen);
moveFocus(document.querySelector('[data-focus="load"]'));

/* A page whose only purpose is to send people on does so; without script its button does it. */
document.querySelector("form[data-at-once]")?.requestSubmit();
