package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("默克尔树：RFC 6962 的形状，SM3 的摘要")
class TreeTest {

    @Test
    @DisplayName("逐叶累加的根，等于按定义递归算出的根，一至六十五叶")
    void theRootIsThatOfTheDefinition() {
        for (int size = 1; size <= 65; size++) {
            var leaves = new ArrayList<byte[]>();
            var tree = new Tree();
            for (int i = 0; i < size; i++) {
                var leaf = Tree.leaf(("row " + i).getBytes(StandardCharsets.UTF_8));
                leaves.add(leaf);
                tree.add(leaf);
            }
            assertThat(tree.root()).as("%d leaves", size).isEqualTo(defined(leaves));
        }
    }

    @Test
    @DisplayName("叶与别的摘要前缀不同；摘要是国标附录里的 SM3")
    void aLeafIsPrefixed() {
        assertThat(Tree.leaf("bc".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(Tree.digest((byte) 'a', "bc".getBytes(StandardCharsets.UTF_8)));
        // GB/T 32905-2016 附录 A.1: SM3("abc")
        assertThat(HexFormat.of().formatHex(Tree.digest((byte) 'a', "bc".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    /** MTH of RFC 6962, 2.1: split at the largest power of two smaller than the number of leaves. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Tree.digest((byte) 1, defined(leaves.subList(0, half)), defined(leaves.subList(half, leaves.size())));
    }
}
