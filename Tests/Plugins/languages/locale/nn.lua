return { ["song"] = "song", ["songs"] = "songar", ["{n} {n:bow|bows}"] = "{n} bukkar" }
