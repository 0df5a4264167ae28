import ArenaCommands

ArenaCommand.run()
