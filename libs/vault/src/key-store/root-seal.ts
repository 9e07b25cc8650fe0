/** How the root key of a folder of day keys is kept in its file. */
export interface RootSeal {
  /** What is written of a new root key; of the same length each time, so that one is written over another. */
  seal(root: Buffer): Promise<Buffer>;

  /** The root key out of what was written. @throws KeysMissingError (`vault.keys-missing`) when it cannot be had */
  open(written: Buffer): Promise<Buffer>;

  /** Once no root key but `present` seals anything: whatever was written of another never opens again. */
  forgetOthers(present: Buffer): Promise<void>;
}

/** The root key stands in its file as it is: whoever reads the folder has every day key. */
export const CLEAR_ROOT: RootSeal = {
  seal: (root) => Promise.resolve(root),
  open: (written) => Promise.resolve(written),
  forgetOthers: () => Promise.resolve(),
};
