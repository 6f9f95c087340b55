package org.rongyi.platform.ui.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit and the units below it. */
public record TreeNode(String label, String path, @Nullable String note, List<TreeNode> children, boolean open) {

    public TreeNode {
        children = List.copyOf(children);
    }

    public static TreeNode leaf(String label, String path, @Nullable String note) {
        return new TreeNode(label, path, note, List.of(), false);
    }
}
