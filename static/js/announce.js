/* Says to a screen reader what changed on the page without a new one. */
import { element } from "./elements.js";

let region;

export const announce = (text) => {
  if (!region?.isConnected) {
    region = element("p", { class: "visually-hidden", role: "status" });
    document.body.append(region);
  }
  region.textContent = text;
};
