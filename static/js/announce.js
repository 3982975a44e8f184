/* Says to a screen reader what changed on the page without a new one. */
let region;

export const announce = (text) => {
  if (!region?.isConnected) {
    region = document.createElement("p");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
};
