#!/usr/bin/env bash
# Runs every check and every test, from any directory, on a laptop as in the pipeline.
# Last line: "N passed, N failed, N skipped". The exit code is 0 only if nothing failed (and, where CI=true, nothing was skipped).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

results="$PWD/artifacts/test-results"
passed=0 failed=0 skipped=0
skips=()

fail() {
  echo "FAILED: $1"
  failed=$((failed + 1))
}

finish() {
  if ((${#skips[@]} > 0)); then
    echo
    echo "Skipped:"
    printf '  %s\n' "${skips[@]}"
  fi
  if [[ -z "${ConnectionStrings__SqlServerTests:-}" ]]; then
    echo "SQL Server: its rows exist only where ConnectionStrings:SqlServerTests is set (environment: ConnectionStrings__SqlServerTests)."
  fi

  local code=0
  ((failed == 0 && passed > 0)) || code=1
  if [[ "${CI:-}" == true ]] && ((skipped > 0)); then
    echo "In CI nothing may be skipped."
    code=1
  fi

  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$code"
}

# The clients written in JavaScript that the host's tests drive. Without them those tests say themselves why they are skipped.
install_clients() {
  [[ -f tests/clients/package-lock.json ]] || return 0
  [[ tests/clients/node_modules/.package-lock.json -nt tests/clients/package-lock.json ]] && return 0
  if ! command -v npm > /dev/null; then
    echo "npm is missing: the client tests cannot run."
  elif ! npm ci --prefix tests/clients --ignore-scripts --no-audit --no-fund; then
    echo "The packages of tests/clients could not be restored."
  fi
}

# Reads one .trx file: "passed failed skipped", then a line for each skipped test with its reason.
# The counter notExecuted stays 0 whatever was skipped, so the results themselves are counted.
read_results() {
  awk '
    BEGIN { RS = "<UnitTestResult " }
    NR == 1 { next }
    {
      match($0, /outcome="[^"]*"/); outcome = substr($0, RSTART + 9, RLENGTH - 10)
      match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11)
      if (outcome == "Passed") passed++
      else if (outcome == "NotExecuted") {
        skipped++
        reason = "no reason given"
        if (match($0, /<(Message|StdOut)>[^<]*/)) { reason = substr($0, RSTART, RLENGTH); sub(/^<[^>]*>/, "", reason) }
        gsub(/[\r\n]+/, " ", reason)
        gsub(/&quot;/, "\"", reason); gsub(/&lt;/, "<", reason); gsub(/&gt;/, ">", reason); gsub(/&amp;/, "\\&", reason)
        lines = lines "\n" name ": " reason
      }
      else failed++
    }
    END { printf "%d %d %d%s\n", passed, failed, skipped, lines }
  ' "$1"
}

run_tests() {
  local project="$1" name trx code=0
  name="$(basename "$project" .csproj)"
  trx="$results/$name.trx"
  echo "== $name"
  dotnet test "$project" --no-build -c Release --nologo --verbosity quiet \
    --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" \
    | grep -vE '^ +Passed ' || code=${PIPESTATUS[0]}

  if [[ ! -f "$trx" ]]; then
    fail "$name did not run to its end"
    return
  fi

  local lines project_passed project_failed project_skipped
  mapfile -t lines < <(read_results "$trx")
  read -r project_passed project_failed project_skipped <<< "${lines[0]}"
  passed=$((passed + project_passed))
  failed=$((failed + project_failed))
  skipped=$((skipped + project_skipped))
  skips+=("${lines[@]:1}")
  if ((code != 0 && project_failed == 0)); then
    fail "$name ended with code $code although no test failed"
  fi
}

if ! dotnet build SharingApi.sln -c Release --nologo --verbosity quiet; then
  fail "the build"
  finish
fi

if ! dotnet format SharingApi.sln --verify-no-changes --no-restore; then
  fail "the format check: run 'dotnet format'"
fi

install_clients
rm -rf "$results"
for project in tests/*.Tests/*.csproj; do
  run_tests "$project"
done

finish
