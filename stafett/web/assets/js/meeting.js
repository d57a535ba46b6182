/* Meeting mode. Whoever writes: words are saved as they are typed, wait here while there is no net, and two who write in
   the same field are both shown. Whoever follows: the page fetches what is new when it is told that something is.
   Words are kept in the page alone, never stored on the device. Every page works without this. */

const PAUSE = 500; // ms after the last key
const AGAIN = 3000; // ms between two attempts without a net
const LOOK = 5000; // ms between two looks where events do not come through
const HUSH = 4000; // ms between two announcements

const valueOf = (controls) => {
  const [first] = controls;
  if (first.type === "radio") return controls.find(({ checked }) => checked)?.value ?? "";
  if (first.type !== "checkbox") return first.value;
  return controls.filter(({ checked }) => checked).map(({ value }) => value).join(",");
};

function show(controls, text) {
  const chosen = text.split(",");
  controls.forEach((control) => {
    if (control.type === "radio") control.checked = control.value === text;
    else if (control.type === "checkbox") control.checked = chosen.includes(control.value);
    else control.value = text;
  });
}

/* What has changed is said at most every few seconds, by the names of the fields and never their text. */
const announce = (() => {
  const waiting = new Set();
  let timer;
  const say = (template) => {
    document.getElementById("st-live").textContent = template.replace("#", [...waiting].join(", "));
    waiting.clear();
    timer = undefined;
  };
  return (label, template) => {
    waiting.add(label);
    timer ??= setTimeout(say, HUSH, template);
  };
})();

/** Calls `tell` when others have written: by events, by looking now and then where these do not come through.
    Whatever on a page listens to the same address shares one stream. */
const ears = new Map();
function hear(address, tell) {
  if (ears.has(address)) return ears.get(address).push(tell);
  const tells = [tell], tellAll = () => tells.forEach((each) => each());
  let source, timer;
  const look = () => (timer ??= setInterval(() => document.hidden || tellAll(), LOOK));
  const turn = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(address, { withCredentials: true });
    source.addEventListener("changed", tellAll);
    source.addEventListener("open", () => { clearInterval(timer); timer = undefined; tellAll(); });
    source.addEventListener("error", look);
  };
  ears.set(address, tells);
  document.addEventListener("visibilitychange", turn);
  turn();
  return tells.length;
}

class Field {
  constructor(name, controls, desk) {
    Object.assign(this, { name, controls, desk, sent: [], sending: null, clash: null });
    this.stamp = desk.form.elements[`v.${name}`];
    this.saved = valueOf(controls);
    controls.forEach((control) => {
      control.addEventListener("input", () => this.touch());
      control.addEventListener("change", () => this.touch(0));
    });
  }

  get text() { return valueOf(this.controls); }
  get isUnsent() { return this.text !== this.saved; }
  get label() { return this.controls[0].closest("fieldset")?.querySelector("legend")?.textContent.trim() ?? this.controls[0].labels[0].textContent.trim(); }

  touch(pause = PAUSE) {
    clearTimeout(this.timer);
    if (!this.clash) this.timer = setTimeout(() => this.send(), pause);
    this.desk.tell();
  }

  /** Save what stands here, and what comes while it is being sent; gives whether all of it is saved. */
  send() {
    clearTimeout(this.timer);
    this.sending ??= this.attempt().finally(() => { this.sending = null; });
    return this.sending;
  }

  async attempt() {
    while (this.text !== this.saved && !this.clash) {
      const text = this.text;
      this.sent.push(text.trim());
      const answer = await this.desk.post({ field: this.name, text, version: this.stamp.value });
      if (!answer || answer.status === 422) {
        this.desk.tell(answer?.error);
        return false;
      }
      if (answer.status === 409 && !this.sent.includes(answer.text.trim())) this.meet(answer);
      else { // saved, or our own words whose answer was lost on the way
        this.stamp.value = answer.version;
        this.saved = answer.status === 200 ? text : answer.text;
        if (answer.status === 200) this.sent = [];
      }
    }
    this.desk.tell();
    return !this.clash;
  }

  /** Show both texts, and let the writer choose; nothing is sent from this field until then. */
  meet(theirs) {
    const box = document.getElementById("mt-clash").content.cloneNode(true).firstElementChild;
    box.querySelector("[data-by]").textContent = this.desk.say("theirs").replace("#", theirs.by);
    box.querySelector("[data-text]").textContent = theirs.text;
    const take = (text) => {
      box.remove();
      this.clash = null;
      this.saved = theirs.text;
      this.stamp.value = theirs.version;
      show(this.controls, text);
      this.controls[0].focus();
      this.send();
      this.desk.tell();
    };
    const isLine = this.controls[0].tagName === "INPUT";
    box.querySelector("[data-keep-both]").addEventListener("click", () => take(isLine ? theirs.both.replace(/\n/g, " ") : theirs.both));
    box.querySelector("[data-keep-mine]").addEventListener("click", () => take(this.text));
    box.querySelector("[data-keep-theirs]").addEventListener("click", () => take(theirs.text));
    this.clash = box;
    this.controls[0].closest("[data-field]").append(box);
    announce(box.querySelector("[data-by]").textContent, "#");
  }

  /** Somebody else's words, when nothing of ours waits in this field. */
  take({ text, version }) {
    if (this.clash || this.isUnsent || Number(version) <= Number(this.stamp.value)) return;
    show(this.controls, text);
    this.saved = this.text;
    this.stamp.value = version;
    announce(this.label, this.desk.say("changed"));
  }
}

class Desk {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-meeting-status]");
    this.fields = new Map([...grouped(form)].map(([name, controls]) => [name, new Field(name, controls, this)]));
    window.addEventListener("online", () => this.flush());
    window.addEventListener("beforeunload", (event) => this.isUnsent && !this.isLeaving && event.preventDefault());
    hear(form.dataset.follow, () => this.fetch());
  }

  say(name) { return this.form.dataset[name]; }
  get isUnsent() { return [...this.fields.values()].some(({ isUnsent }) => isUnsent); }

  /** Send to the server; gives its answer with `status`, or nothing when it did not come through. */
  async post(words) {
    const body = new URLSearchParams({ ...words, csrfmiddlewaretoken: this.form.elements.csrfmiddlewaretoken.value });
    try {
      const answer = await fetch(this.form.dataset.meeting, { method: "POST", body, redirect: "manual" });
      if ([200, 409, 422].includes(answer.status)) {
        this.trouble = "";
        return { ...(await answer.json()), status: answer.status };
      }
      this.wait(answer.status === 403 || answer.type === "opaqueredirect" ? "out" : "offline");
    } catch {
      this.wait("offline");
    }
    return null;
  }

  /** Try again in a while; whoever has logged in again meanwhile has a new token to send with. */
  wait(trouble) {
    this.trouble = trouble;
    this.tell();
    clearTimeout(this.again);
    this.again = setTimeout(async () => {
      if (trouble === "out") await this.fetch();
      this.flush();
    }, AGAIN);
  }

  async flush() {
    const done = await Promise.all([...this.fields.values()].map((field) => field.send()));
    if (!this.isUnsent) this.trouble = "";
    this.tell();
    return done.every(Boolean);
  }

  async fetch() {
    try {
      const answer = await fetch(this.form.dataset.meeting, { redirect: "manual", headers: { Accept: "application/json" } });
      if (answer.status !== 200) return;
      const { fields, csrf, step, state } = await answer.json();
      this.form.elements.csrfmiddlewaretoken.value = csrf;
      Object.entries(fields).forEach(([name, words]) => this.fields.get(name)?.take(words));
      const hasMoved = step !== (this.form.dataset.at ?? this.form.elements.at.value) || state !== "under_way";
      this.form.querySelector("[data-meeting-moved]").hidden = !hasMoved;
      if (hasMoved && "moves" in this.form.dataset && !this.isUnsent && !this.trouble) location.reload();
    } catch { /* the next event, or the next word, tries again */ }
  }

  /** A step is taken when every word is saved; without a net the page stays, and so do the words. */
  leave(event) {
    const { submitter } = event;
    if (!this.isUnsent && !this.trouble) {
      this.isLeaving = true;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.trouble = "";
    this.flush().then((isDone) => {
      const button = this.standing(submitter);
      if (isDone && !this.isUnsent && button) this.form.requestSubmit(button);
    });
  }

  /** The button as it stands now: a part of the page may have come anew while the words were on their way. */
  standing(button) {
    if (button.form === this.form) return button;
    return [...this.form.elements].find(({ type, name, value }) => type === "submit" && name === button.name && value === button.value);
  }

  tell(error = "") {
    const text = error || (this.trouble ? this.say(this.trouble) : this.say(this.isUnsent ? "saving" : "saved"));
    this.status.toggleAttribute("data-trouble", Boolean(error || this.trouble));
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

function grouped(form) {
  const groups = new Map();
  form.querySelectorAll("[data-words]").forEach((control) => {
    groups.set(control.dataset.words, [...(groups.get(control.dataset.words) ?? []), control]);
  });
  return groups;
}

/** A page that follows: the part is fetched anew, unless somebody is answering in it just then. */
function follow(place) {
  const versions = () => new Map([...place.querySelectorAll("[data-grown]")].map(({ dataset }) => [dataset.grown, dataset]));
  let before = versions(), step = place.querySelector("[data-step]")?.dataset.step;
  const isAnswering = () => [...place.querySelectorAll("input:checked, input[type=text]")].some(({ type, value }) => type === "radio" || value);
  hear(place.dataset.follows, () => isAnswering() || place.dispatchEvent(new CustomEvent("meeting-news")));
  document.addEventListener("htmx:beforeSwap", ({ detail }) => { // an answer that was begun while the part was on its way
    if (detail.target === place && isAnswering()) detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target !== place) return;
    const now = versions(), at = place.querySelector("[data-step]")?.dataset.step;
    if (at && at !== step) announce(at, place.dataset.changed);
    now.forEach(({ label, version }, name) => before.get(name)?.version === version || announce(label, place.dataset.changed));
    before = now;
    step = at;
  });
}

/** A clock says whole minutes, and moves when one has gone. It counts from what the server said had gone, for the devices
    at a table have clocks of their own. */
const begun = new WeakMap();
function tick(clock) {
  if (!begun.has(clock)) begun.set(clock, performance.now() - clock.dataset.clock * 1000);
  const line = clock.querySelector("p"), gone = Math.floor((performance.now() - begun.get(clock)) / 60000);
  const text = clock.dataset.clockText.replace("#", Math.max(gone, 0));
  if (line.textContent !== text) line.textContent = text;
}
const tickAll = () => document.querySelectorAll("[data-clock]").forEach(tick);

const desks = new Map([...document.querySelectorAll("form[data-meeting]")].map((form) => [form, new Desk(form)]));
document.addEventListener("submit", (event) => desks.get(event.target)?.leave(event), true); // before anybody marks it as sent
document.querySelectorAll("[data-follows]").forEach(follow);
document.addEventListener("htmx:afterSettle", tickAll); // clocks that came with a part
setInterval(tickAll, 20000);
tickAll();
