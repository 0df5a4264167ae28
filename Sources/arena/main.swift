import ArenaCommands

ArenaCommand.main()
