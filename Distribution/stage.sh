#!/usr/bin/env bash
# Installs a program with its completions and manual pages below a folder.
# usage: stage.sh PROGRAM FOLDER DATE
# FOLDER is /usr/local, for example. DATE is printed on the manual pages.
set -euo pipefail
program=$(realpath "$1") folder=$2 date=$3
source=$(realpath "$(dirname "$0")")

install -D -m 755 "$program" "$folder/bin/tema"
completions=(bash:bash-completion/completions/tema zsh:zsh/site-functions/_tema fish:fish/vendor_completions.d/tema.fish)
for completion in "${completions[@]}"; do
    file=$folder/share/${completion#*:}
    install -d "$(dirname "$file")"
    # Completions are read by a shell, not run.
    "$program" --generate-completion-script "${completion%%:*}" | sed '1{/^#!/d}' > "$file"
done
python3 "$source/manual.py" "$program" "$folder/share/man/man1" "$date"
