// SPDX-License-Identifier: EUPL-1.2
return await Proeftuin.Cli.ProeftuinCli.Run(args, Console.Out, Console.Error);
