// Two small rules: a file is called by what it holds, never helpers, utils, common or misc; and no file is longer than a reader can keep in mind.
import path from 'node:path';

const empty = /(^|[.\-_])(helpers?|utils?|utilities|common|misc)([.\-_]|$)/i;

export const plainNames = {
  rules: {
    'file-name': {
      meta: {
        type: 'suggestion',
        schema: [],
        messages: { empty: '"{{ name }}" says nothing about what is in it: name it after what it holds.' },
      },
      create: (context) => ({
        Program(node) {
          const parts = path.relative(context.cwd, context.filename).split(path.sep);
          const name = parts.find((part) => empty.test(part));
          if (name) context.report({ node, messageId: 'empty', data: { name } });
        },
      }),
    },
    'file-length': {
      meta: {
        type: 'suggestion',
        schema: [{ type: 'integer' }],
        messages: { long: 'This file has {{ lines }} lines; the limit is {{ limit }}. Split it by what it is about.' },
      },
      create: (context) => ({
        Program(node) {
          const [limit] = context.options;
          const lines = context.sourceCode.lines.length;
          if (lines > limit) context.report({ node, messageId: 'long', data: { lines, limit } });
        },
      }),
    },
  },
};
