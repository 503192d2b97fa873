// Without one of its own the folder is given the product's, which asks for a database.
export function register() {}
