// What the package of this name is on the server: nothing.
export {};
