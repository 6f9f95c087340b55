package org.rongyi.platform.kernel;

import java.util.Arrays;
import java.util.Set;

/**
 * 姓名脱敏: the one rule for names where the reader is another unit or the public: 张*, 王*明, 欧阳**. The length stays, the first
 * character stays, and something is always hidden.
 */
public final class NameMask {

    /** 复姓 in use today. */
    private static final Set<String> COMPOUND = Set.of(
            "欧阳", "上官", "司马", "司徒", "司空", "司寇", "诸葛", "东方", "皇甫", "尉迟", "公孙", "公冶", "慕容", "令狐", "夏侯", "宇文", "长孙", "轩辕",
            "端木", "南宫", "百里", "东郭", "呼延", "独孤", "钟离", "闻人", "澹台", "淳于", "单于", "太史", "申屠", "仲孙", "赫连", "鲜于", "闾丘", "亓官",
            "濮阳", "万俟", "宗政", "漆雕", "乐正", "壤驷", "公良", "拓跋", "夹谷", "宰父", "谷梁", "段干", "西门", "左丘", "第五", "梁丘", "公西", "巫马",
            "颛孙", "东门", "羊舌", "微生", "欧陽");

    private NameMask() {}

    /**
     * The name for one reader.
     *
     * @param known whether he is somebody the reader answers for, or the reader himself (person.is_known)
     */
    public static String shown(String name, boolean known) {
        return known ? name : mask(name);
    }

    /** @param name as it is written; blank stays blank */
    public static String mask(String name) {
        var letters = name.strip().codePoints().toArray();
        if (letters.length <= 1) {
            return "*".repeat(letters.length);
        }
        if (!isHan(letters)) {
            return shown(letters, 1, 0);
        }
        boolean compound = letters.length > 2 && COMPOUND.contains(new String(letters, 0, 2));
        return compound ? shown(letters, 2, 0) : shown(letters, 1, letters.length > 2 ? 1 : 0);
    }

    /** So many in front and at the end; separators stay, so that it still reads as a name. */
    private static String shown(int[] letters, int front, int end) {
        var masked = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean open = i < front || i >= letters.length - end || isSeparator(letters[i]);
            masked.appendCodePoint(open ? letters[i] : '*');
        }
        return masked.toString();
    }

    private static boolean isSeparator(int letter) {
        return letter == '·' || letter == '•' || letter == ' ';
    }

    private static boolean isHan(int[] letters) {
        return Arrays.stream(letters).allMatch(c -> Character.isIdeographic(c) || c == '*' || c == '〇');
    }
}
