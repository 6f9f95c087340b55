-- 清理无人引用的文件：按文件找引用它的照片
create index photo_file on visit.photo (file_id);
create index photo_thumbnail on visit.photo (thumbnail_id);
