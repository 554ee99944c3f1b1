#!/bin/sh
# Scores the answers of the month and holds them against the gates of trust-audit.yaml, which lies beside this file.
# Cron mails what is printed: the result of the check each month, which also shows that the job still runs.
# Ends as the check does: 0 passed, 1 a gate failed, 4 not enough data, anything else: it could not be done.
set -u

# Cron knows few folders. trust-audit itself: npm install --global --prefix "$HOME/.local" ./trust-audit-0.1.0.tgz
PATH="$HOME/.local/bin:/usr/local/bin:$PATH"
# What is written here is for its owner alone.
umask 077
cd "$(dirname "$0")" || exit 3
mkdir -p trust-audit/waves || exit 3

# A program of yours that fetches the export from the survey tool. Without it the export must be there already.
if [ -x ./bring-export.sh ]; then ./bring-export.sh || exit 3; fi

code=0
trust-audit score > trust-audit/score.log 2>&1 || code=$?
# 4 is "too few answers": the report says so, and the check below decides what that means.
if [ "$code" -ne 0 ] && [ "$code" -ne 4 ]; then
  cat trust-audit/score.log
  exit "$code"
fi

# A dated copy of the audit, for `trust-audit trend`. None where it is the last one again.
for last in trust-audit/waves/*.json; do :; done
cmp -s trust-audit/audit.json "$last" || cp trust-audit/audit.json "trust-audit/waves/$(date +%Y-%m).json" || exit 3

trust-audit check
