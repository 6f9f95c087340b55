package org.rongyi.career.campaign.wish;

/** Where a list was sealed: who could have read it before that. */
public enum How {
    BROWSER("在本人的浏览器里封存，交到服务器的已经是密文"),
    SERVER("浏览器没有运行脚本，由服务器收到时封存，没有留底"),
    COUNTER("在窗口由工作人员代填，当时在场的人看到过内容");

    private final String zh;

    How(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
