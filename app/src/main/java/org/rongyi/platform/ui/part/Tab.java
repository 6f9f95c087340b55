package org.rongyi.platform.ui.part;

import org.jspecify.annotations.Nullable;

/** One of several views of the same thing; each is a page of its own. The count, if any, is already in words. */
public record Tab(
        String label, String path, boolean active, @Nullable String count) {}
