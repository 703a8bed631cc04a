#!/usr/bin/env bash
# One iteration: replaces a hundred values of 2,000 bytes each, one after the other.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/$1"
for key in {0..99}; do
  echo "SET $key 2000" >&3
  read -r answer <&3
  [ "$answer" = OK ]
done
