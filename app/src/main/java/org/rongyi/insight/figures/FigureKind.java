package org.rongyi.insight.figures;

/**
 * 数据种类: one thing that is counted, contributed as a bean by the room that counts it.
 *
 * @param id small number kept with every fact; never given to another kind
 * @param code what outsiders ask by: {@code visits}
 * @param unit of the additive value: 人次, 次, 元
 * @param people whether distinct 人 are kept too
 * @param recordsPath opens the records behind a number; unit, from and to are added as parameters
 */
public record FigureKind(int id, String code, String zh, String unit, boolean people, String recordsPath) {

    public FigureKind {
        if (id < 1 || id > Short.MAX_VALUE) {
            throw new IllegalArgumentException("figure kind " + code + " needs an id from 1 on: " + id);
        }
        if (!code.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("figure kind code: " + code);
        }
        if (!recordsPath.startsWith("/")) {
            throw new IllegalArgumentException("figure kind " + code + " opens a path of this program: " + recordsPath);
        }
    }
}
