// @ts-check
/**
 * The Indonesian of the words of `core` and `read`, by the English ones.
 * @type {Record<string, string>}
 */
export const indonesian = {
};
