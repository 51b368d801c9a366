"""The parts of the command: arguments, messages, output, and one function a subcommand."""
