import { Command } from 'commander'
import { asEntryId } from '../../model/ids.ts'
import type { Context } from '../context.ts'
import { byOption, control, type Said, whyOption } from '../corrections.ts'
import { examples, libraryOption } from '../options.ts'

export const undoCommand = (context: Context): Command =>
  new Command('undo')
    .description('take a correction back; nothing is lost, and redo brings it back')
    .argument('[entry]', 'id of the correction, as "dragoman log" shows it; the last one unless told')
    .addOption(libraryOption())
    .addOption(byOption())
    .addOption(whyOption())
    .addHelpText('after', examples('dragoman undo', 'dragoman undo 5b0c77de91aa'))
    .action((entry: string | undefined, said: Said) =>
      control('undo', entry === undefined ? undefined : asEntryId(entry), said, context),
    )
