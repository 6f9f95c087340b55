package org.rongyi.platform.kernel;

/** 接口授权: which doors another system may use. */
public enum ClientScope {
    PUBLIC_DATA("公开数据", "公开的查询，按约定的次数，不受公众的次数限制"),
    FIGURES("本地区数据", "授权地区的数据到村，小的数也给"),
    CASE_STATE("办件进度", "授权地区的办件，按办件编号查办到哪一步，不含姓名和内容");

    private final String zh;
    private final String gives;

    ClientScope(String zh, String gives) {
        this.zh = zh;
        this.gives = gives;
    }

    public String zh() {
        return zh;
    }

    public String gives() {
        return gives;
    }
}
