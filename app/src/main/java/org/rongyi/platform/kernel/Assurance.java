package org.rongyi.platform.kernel;

import java.util.Arrays;

/**
 * 实名等级: how well it is known who has signed in (广东省统一身份认证平台: 二级 filled in by himself, 三级 checked against two
 * sets of data, 四级 the real person, 五级 a digital certificate or the counter).
 */
public enum Assurance {
    /** 自行填报: nobody has checked. */
    DECLARED(2, "二级", "自行填报"),
    /** 数据核验: number and phone agree with the file, and the phone is in his hand. */
    CHECKED(3, "三级", "数据核验"),
    /** 实人认证: his face or the like was compared. */
    REAL_PERSON(4, "四级", "实人认证"),
    /** 窗口或数字证书: an officer saw the identity card. */
    COUNTER(5, "五级", "窗口核对或数字证书");

    private final int level;
    private final String zh;
    private final String how;

    Assurance(int level, String zh, String how) {
        this.level = level;
        this.zh = zh;
        this.how = how;
    }

    /** @throws IllegalArgumentException for a level there is not */
    public static Assurance of(int level) {
        return Arrays.stream(values())
                .filter(one -> one.level == level)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("实名等级应为二至五：" + level));
    }

    public int level() {
        return level;
    }

    public boolean isAtLeast(Assurance wanted) {
        return level >= wanted.level;
    }

    /** 三级（数据核验）. */
    public String inWords() {
        return zh + "（" + how + "）";
    }

    public String zh() {
        return zh;
    }
}
