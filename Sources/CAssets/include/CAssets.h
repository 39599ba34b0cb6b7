#ifndef TEMA_ASSETS_H
#define TEMA_ASSETS_H

#include <stddef.h>

/// A file inside the program.
typedef struct {
    /// The path, such as `core/api.js`.
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
} tema_asset;

/// Returns a file of the workspace's page by its number from 0, or null if there are no more.
const tema_asset *_Nullable tema_page_file(size_t number);

/// Returns a file of the demonstration by its number from 0, or null if there are no more.
const tema_asset *_Nullable tema_demo_file(size_t number);

/// Returns a licence of a part of the program by its number from 0, or null if there are no more. The first file is the list
/// of the parts, as a table whose columns are separated by tabs.
const tema_asset *_Nullable tema_licence_file(size_t number);

#endif
