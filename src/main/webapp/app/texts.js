/** The texts in the reader's language. A translation is a file beside `texts/en.js` and a line here. */
import en from './texts/en.js';

const LANGUAGES = { en };
const wanted = navigator.languages.map((language) => language.split('-')[0]).find((language) => language in LANGUAGES);

export const language = wanted ?? 'en';
/** How numbers and dates are written: as in the reader's own country, if its language is one of ours. */
export const locale = navigator.languages.find((one) => one.split('-')[0] === language) ?? language;
export const t = LANGUAGES[language];
document.documentElement.lang = language;
