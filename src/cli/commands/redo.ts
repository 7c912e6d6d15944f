import { Command } from 'commander'
import { asEntryId } from '../../model/ids.ts'
import type { Context } from '../context.ts'
import { byOption, control, type Said, whyOption } from '../corrections.ts'
import { examples, libraryOption } from '../options.ts'

export const redoCommand = (context: Context): Command =>
  new Command('redo')
    .description('bring back a correction that was taken back')
    .argument('[entry]', 'id of the correction, as "dragoman log" shows it; the last one unless told')
    .addOption(libraryOption())
    .addOption(byOption())
    .addOption(whyOption())
    .addHelpText('after', examples('dragoman redo', 'dragoman redo 5b0c77de91aa'))
    .action((entry: string | undefined, said: Said) =>
      control('redo', entry === undefined ? undefined : asEntryId(entry), said, context),
    )
