/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tool or a command does. The rules by which that tells what a run was for
 * are in ledger-private.h. */
#include "work-kind.h"

#include <string.h>

typedef struct
{
  const char     *name;
  OutlayWorkKind  work;
} Name;

static const Name tools[] = {
  { "Edit", OUTLAY_WORK_EDIT },
  { "MultiEdit", OUTLAY_WORK_EDIT },
  { "Write", OUTLAY_WORK_EDIT },
  { "NotebookEdit", OUTLAY_WORK_EDIT },
  { "apply_patch", OUTLAY_WORK_EDIT },
  { "replace", OUTLAY_WORK_EDIT },
  { "write_file", OUTLAY_WORK_EDIT },
  { "Read", OUTLAY_WORK_READ },
  { "Grep", OUTLAY_WORK_READ },
  { "Glob", OUTLAY_WORK_READ },
  { "LS", OUTLAY_WORK_READ },
  { "NotebookRead", OUTLAY_WORK_READ },
  { "read_file", OUTLAY_WORK_READ },
  { "read_many_files", OUTLAY_WORK_READ },
  { "list_directory", OUTLAY_WORK_READ },
  { "search_file_content", OUTLAY_WORK_READ },
  { "glob", OUTLAY_WORK_READ },
  { "WebSearch", OUTLAY_WORK_WEB },
  { "WebFetch", OUTLAY_WORK_WEB },
  { "web_search", OUTLAY_WORK_WEB },
  { "web_fetch", OUTLAY_WORK_WEB },
  { "google_web_search", OUTLAY_WORK_WEB },
  { "Task", OUTLAY_WORK_DELEGATE },
  { "Agent", OUTLAY_WORK_DELEGATE },
  { "spawn_agent", OUTLAY_WORK_DELEGATE },
  { "Bash", OUTLAY_WORK_COMMAND },
  { "shell", OUTLAY_WORK_COMMAND },
  { "shell_command", OUTLAY_WORK_COMMAND },
  { "exec_command", OUTLAY_WORK_COMMAND },
  { "local_shell", OUTLAY_WORK_COMMAND },
  { "run_shell_command", OUTLAY_WORK_COMMAND },
};

/* Programs, by the word that calls them. */
static const Name programs[] = {
  { "pytest", OUTLAY_WORK_TEST },
  { "tox", OUTLAY_WORK_TEST },
  { "jest", OUTLAY_WORK_TEST },
  { "vitest", OUTLAY_WORK_TEST },
  { "ctest", OUTLAY_WORK_TEST },
  { "test", OUTLAY_WORK_TEST },
  { "kubectl", OUTLAY_WORK_OPERATE },
  { "helm", OUTLAY_WORK_OPERATE },
  { "docker", OUTLAY_WORK_OPERATE },
  { "docker-compose", OUTLAY_WORK_OPERATE },
  { "podman", OUTLAY_WORK_OPERATE },
  { "terraform", OUTLAY_WORK_OPERATE },
  { "ansible", OUTLAY_WORK_OPERATE },
  { "ansible-playbook", OUTLAY_WORK_OPERATE },
  { "systemctl", OUTLAY_WORK_OPERATE },
  { "journalctl", OUTLAY_WORK_OPERATE },
  { "ssh", OUTLAY_WORK_OPERATE },
  { "aws", OUTLAY_WORK_OPERATE },
  { "gcloud", OUTLAY_WORK_OPERATE },
  { "az", OUTLAY_WORK_OPERATE },
};

static OutlayWorkKind
find (const Name     *names,
      guint           n_names,
      OutlayJsonSpan  span,
      OutlayWorkKind  otherwise)
{
  for (guint i = 0; i < n_names; i++)
    if (outlay_json_span_equal (span, names[i].name))
      return names[i].work;

  return otherwise;
}

/* Returns: what a tool of this name does; %OUTLAY_WORK_COMMAND where that hangs
 *   on the command */
OutlayWorkKind
outlay_work_of_tool (OutlayJsonSpan name)
{
  return find (tools, G_N_ELEMENTS (tools), name, OUTLAY_WORK_OTHER);
}

static gboolean
ends_word (char c)
{
  return strchr (" \t;&|()[]{},:\\\"'", c) != NULL;
}

/**
 * outlay_work_of_command:
 * @command: a shell's command, as JSON writes it
 *
 * Looks at the first words of a command: "npm test" and "cd x && cargo test" run
 * tests, "kubectl get" operates.
 *
 * Returns: what it does, or %OUTLAY_WORK_COMMAND
 */
OutlayWorkKind
outlay_work_of_command (OutlayJsonSpan command)
{
  const char *at = command.start;
  const char *end = at + MIN (command.length, 200);
  OutlayWorkKind found = OUTLAY_WORK_COMMAND;

  while (at < end && found == OUTLAY_WORK_COMMAND)
    {
      OutlayJsonSpan word = { at, 0 };

      while (at < end && !ends_word (*at))
        at++;
      word.length = (gsize) (at - word.start);
      found = find (programs, G_N_ELEMENTS (programs), word, OUTLAY_WORK_COMMAND);
      while (at < end && ends_word (*at))
        at++;
    }

  return found;
}
