package org.rongyi.platform.ui;

import org.jspecify.annotations.Nullable;

/**
 * 提示页: something did not work: what happened, what to do now, and where to go.
 *
 * @param reference the number under which the log knows more; null when there is nothing more to know
 */
public record MessagePage(
        int status,
        String title,
        String happened,
        String advice,
        String linkLabel,
        String linkPath,
        @Nullable String reference)
        implements Page {

    /** Set on a request whose form was not taken for want of its mark; see {@link #staleForm()}. */
    public static final String STALE_FORM = MessagePage.class.getName() + ".staleForm";

    public MessagePage(int status, String title, String happened, String advice) {
        this(status, title, happened, advice, "回到首页", "/", null);
    }

    public MessagePage leadingTo(String label, String path) {
        return new MessagePage(status, title, happened, advice, label, path, reference);
    }

    public MessagePage referredTo(String number) {
        return new MessagePage(status, title, happened, advice, linkLabel, linkPath, number);
    }

    public static MessagePage notFound() {
        return of(404);
    }

    /** The form was already handed in under the same number, with other content. */
    public static MessagePage commandReused() {
        return new MessagePage(
                409, "这张表已经提交过", "同一张表先前已经办理，这次的内容与上次不同，所以没有再办。", "请先查看上次的结果；如需修改，请在那条记录上更正，或另开一张表再记一次。");
    }

    /** The page the form stood on lost its one-time mark: it was open too long, or cookies were cleared. */
    public static MessagePage staleForm() {
        return new MessagePage(403, "页面放得太久了", "这一页打开以后过了太久，或者浏览器清除过记录，为防别人冒名提交，没有办理。", "请返回上一页刷新，再提交一次。");
    }

    /** The form was opened under another post than the active one. */
    public static MessagePage otherPost() {
        return new MessagePage(409, "岗位已经切换", "这张表是在另一个岗位下打开的，为免记错单位，没有提交。", "请切换回原来的岗位，或在现在的岗位下重新打开这张表。");
    }

    /** The page of an HTTP status. */
    public static MessagePage of(int status) {
        return switch (status) {
            case 400 -> new MessagePage(400, "请求看不懂", "地址或表单里有一处格式不对。", "请返回上一页检查后再试；如果是从别处复制的链接，请从菜单重新进入。");
            case 401 -> new MessagePage(401, "请先登录", "这一页只对已登录的人开放，或者登录已经过期。", "请登录后再试。").leadingTo("去登录", "/sign-in");
            case 403 -> new MessagePage(403, "没有办理权限", "您现在的岗位不能办理这一项。", "如果您有多个岗位，请在右上角切换；如果应该由您办理，请联系本单位的系统管理员。");
            case 404 -> new MessagePage(404, "没有找到", "这一页不存在，或者不在您的工作范围内。", "请检查地址，或从菜单重新进入；如果记录刚刚移交，请向接收单位询问。");
            case 405 -> new MessagePage(405, "不能这样打开", "这个地址只用来提交表单，不能直接打开。", "请从菜单重新进入需要的页面。");
            case 409 -> new MessagePage(409, "内容已被别人更新", "在您填写期间，这条记录已经有了新的内容。", "请重新打开记录，看过新内容后再决定是否修改。");
            case 413 -> new MessagePage(413, "文件太大", "上传的文件超过了允许的大小，没有保存。", "照片请用手机的“标准”画质，或分几次上传；表格请拆成几个文件。");
            case 415 -> new MessagePage(415, "文件类型不支持", "上传的内容不是这里能够接收的类型。", "请按页面上写明的类型重新选择文件。");
            case 422 -> new MessagePage(422, "内容需要修改", "填写的内容有误，没有保存。", "请返回上一页，按提示修改后再提交。");
            case 429 -> new MessagePage(429, "操作太频繁", "短时间内请求次数过多，系统暂时没有受理。", "请等一分钟再试。");
            case 503 -> new MessagePage(503, "系统正在准备", "系统正在启动或维护，暂时不能办理。", "请过几分钟再试；已经提交的内容不受影响。");
            case 507 ->
                new MessagePage(507, "盘满了", "服务器上放文件的地方满了，这次的内容没有收下，也没有留下一半。", "请告诉系统管理员；腾出地方后再提交一次即可，已经提交过的内容不受影响。");
            default ->
                status >= 500
                        ? new MessagePage(status, "系统出了问题", "这一步没有办成，没有留下办了一半的记录。", "请稍后再试；如果反复出现，请把下面的编号告诉系统管理员。")
                        : new MessagePage(status, "没有办成", "系统没有受理这次请求。", "请返回上一页检查后再试。");
        };
    }
}
