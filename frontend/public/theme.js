// The theme that this person chose, set before anything is painted; without one the device's wishes count. A file of its
// own, loaded in the head: the content security policy admits no script within the page.
(() => {
  const show = () => {
    let theme = null;
    try {
      theme = localStorage.getItem("rectoverso.theme");
    } catch {
      // a browser that keeps nothing follows the device
    }
    if (["light", "dark", "contrast"].includes(theme)) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  show();
  addEventListener("storage", show); // chosen in another tab
})();
