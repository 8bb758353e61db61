#!/bin/sh
# supervise.sh PID-FILE LOG PROGRAM [ARGUMENT...]
#
# Becomes the program, with both its outputs in the log, as the leader of a process group. Beside it stays a watcher at
# the near end of a pipe (descriptor 3). Whoever called this says a word through the far end when the program has ended;
# if that end closes without a word, the caller is dead: then the program is told to stop in order, so that it saves its
# state, and what it left running is ended after it.
pid_file=$1
log=$2
shift 2

# `$$` is this shell also in the watcher, and after `exec` the program: the same process.
{
  read -r _ <&3 || {
    kill -s INT $$
    while kill -0 $$; do sleep 1; done
    # Not `-KILL`: dash takes no `--` behind it, and ends nothing.
    kill -s KILL -- -$$
  }
} >/dev/null 2>&1 &

echo $$ >"$pid_file"
# The program must not hold the pipe: nor, through it, whatever it starts.
exec "$@" 3<&- >"$log" 2>&1
