// The pages say the same as the api: every sentence of the catalog stands among the words of the web app, word for word.
import { readFileSync } from 'node:fs';
import { signUpSentences } from './sign-up.sentences.js';

it('the sentences of the sign-up are the ones the pages show', () => {
  const words = JSON.parse(readFileSync(new URL('../../../apps/web/src/i18n/hosting/en.json', import.meta.url), 'utf8')) as {
    problems: object;
  };
  expect(words.problems).toEqual(signUpSentences);
});
