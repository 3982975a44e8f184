/* The preview's part in the page: tells livereload what this page is, and shows the problems of the
   last build without loading the page again. */
(() => {
  "use strict";
  const NEWS = "/__preview__/problems";
  const page = document.currentScript.dataset.page;
  const shown = () => document.getElementById("plenary-problems");

  const makeDismissable = () => {
    const button = shown()?.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => shown()?.remove());
  };

  const show = async () => {
    const answer = await fetch(NEWS, { cache: "no-store" });
    if (!answer.ok) return;
    const news = new DOMParser().parseFromString(await answer.text(), "text/html");
    shown()?.remove();
    document.body.append(...news.body.childNodes);
    makeDismissable();
  };

  // Livereload takes up every global of this prefix: `reload` may claim a message, and what `analyze`
  // returns goes to the server with each new connection.
  window.LiveReloadPluginPlenary = class {
    static identifier = "plenary";
    static version = "1";

    reload(path) {
      if (path !== NEWS) return false;
      show().catch(() => {}); // the server has ended; the next connection asks again
      return true;
    }

    analyze() {
      return { page, problems: shown()?.dataset.digest ?? "" };
    }
  };

  makeDismissable();
})();
