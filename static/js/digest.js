/* How one version of a file is told from another: the beginning of its SHA-256, as the packs name it. */
export const digestOf = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
};
