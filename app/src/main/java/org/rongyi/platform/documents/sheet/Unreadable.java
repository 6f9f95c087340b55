package org.rongyi.platform.documents.sheet;

/** An upload that cannot be read; the message is written for the person who uploaded it. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }

    static Unreadable broken(Throwable cause) {
        return new Unreadable("文件已损坏或不完整，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传", cause);
    }

    static Unreadable tooManyRows() {
        return new Unreadable("超过 " + SheetReader.MAX_ROWS + " 行（Excel 一张表的上限），请分成几个文件上传");
    }

    static Unreadable tooManyColumns(int row) {
        return new Unreadable("第 " + row + " 行超过 " + SheetReader.MAX_COLUMNS + " 列，请使用下载的模板");
    }

    /** What a row or cell says, so that the same words stand in every place. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
