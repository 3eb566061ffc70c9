// `npm run amity -- …`: what is done from the command line. Each command is handed down by the area it belongs to.
import { commands } from './commands.js';
import { UsageError } from './usage-error.js';

const [area = '', verb = '', ...rest] = process.argv.slice(2);
const command = commands.find((c) => c.area === area && c.verb === verb);

try {
  if (!command) throw new UsageError(area ? `There is no command "${area} ${verb}".` : 'Say what to do.');
  process.exitCode = await command.run(rest);
} catch (error) {
  // The person at the terminal gets the sentence; wrong usage also gets the list of commands
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError)
    process.stderr.write(`\nCommands:\n${commands.map((c) => `  ${c.area} ${c.verb} ${c.usage}`).join('\n')}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
