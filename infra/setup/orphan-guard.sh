#!/bin/sh
# Ends processes whose parent was killed. A shell, because it costs a megabyte and must outlive Node.
#   orphan-guard.sh <grace in seconds> <polite signal> <patience in seconds> <last signal>
# Reads "add <pid>" and "drop <pid>" from the parent; end of input means that the parent is gone.
processes=' '
while read -r change pid; do
  case $change in
    add) processes="$processes$pid " ;;
    drop) processes="${processes%%" $pid "*} ${processes#*" $pid "}" ;;
  esac
done

running() {
  for pid in $processes; do kill -0 "$pid" 2>/dev/null && return 0; done
  return 1
}
wait_for() {
  tenths=$(($1 * 10))
  while [ "$tenths" -gt 0 ] && running; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
}
wait_for "$1"
for pid in $processes; do kill -s "$2" "$pid" 2>/dev/null; done
wait_for "$3"
for pid in $processes; do kill -s "$4" "$pid" 2>/dev/null; done
