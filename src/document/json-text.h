/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problems.h"

#include <jansson.h>

G_BEGIN_DECLS

/* Limits of any JSON that a stranger sends. */
#define OUTLAY_JSON_MAX_BYTES  64000000
#define OUTLAY_JSON_MAX_DEPTH  64
#define OUTLAY_JSON_MAX_VALUES 1000000

GBytes *outlay_json_load_file   (const char     *path,
                                 OutlayProblems *problems);
json_t *outlay_json_parse       (GBytes         *bytes,
                                 OutlayProblems *problems);
char   *outlay_json_excerpt     (const json_t   *value);
void    outlay_json_tune_memory (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

G_END_DECLS
