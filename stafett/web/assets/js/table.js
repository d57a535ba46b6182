/* The screen is with a child (ADR 0027). The server shuts every other page; this makes pages from before ask it anew: tabs that
   stood open, and what the browser keeps whole for its Back button. */

const tabs = "BroadcastChannel" in window ? new BroadcastChannel("stafett-table") : null;

if (document.body.hasAttribute("data-at-the-table")) {
  tabs?.postMessage("handed");
} else {
  const isShut = () => fetch(location.href, { method: "HEAD", redirect: "manual" }).then(({ ok }) => !ok, () => true);
  tabs?.addEventListener("message", () => location.reload());
  window.addEventListener("pageshow", async ({ persisted }) => {
    if (persisted && (await isShut())) location.reload();
  });
}
