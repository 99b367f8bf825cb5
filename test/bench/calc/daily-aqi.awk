# The daily AQI of `calc aqi` for a table of date,pm25,pm10,so2,no2,co,o3_8h,o3_1h: HJ 633-2012 up to 2026-02-28, HJ 633-2026 after; blank is missing.
# mawk -f daily-aqi.awk < days.csv
BEGIN {
  FS = ","; OFS = ","
  split("0 50 100 150 200 300 400 500", level, " ")
  split("优,良,轻度污染,中度污染,重度污染,严重污染", category, ",")
  split("pm25 pm10 so2 no2 co o3_8h", name, " ")
  limits("2012", 1, "0 35 75 115 150 250 350 500"); limits("2012", 2, "0 50 150 250 350 420 500 600")
  limits("2026", 1, "0 35 60 115 150 250 350 500"); limits("2026", 2, "0 50 120 250 350 420 500 600")
  for (i = 1; i <= 2; i++) {
    s = i == 1 ? "2012" : "2026"
    limits(s, 3, "0 50 150 475 800 1600 2100 2620"); limits(s, 4, "0 40 80 180 280 565 750 940")
    limits(s, 5, "0 20 40 140 240 360 480 600"); limits(s, 6, "0 100 160 215 265 800")
  }
  limits("hour", 6, "0 160 200 300 400 800 1000 1200")
}
function limits(standard, item, list,    n, part, k) {
  n = split(list, part, " ")
  for (k = 1; k <= n; k++) point[standard, item, k] = part[k]
  points[standard, item] = n
}
# GB/T 8170: half to even.
function whole(x,    floor) {
  floor = int(x)
  if (x - floor > 0.5 || (x - floor == 0.5 && floor % 2 == 1)) return floor + 1
  return floor
}
# Formula (1), rounded up; -1 beyond a list that ends below 500.
function iaqi(standard, item, x,    k, n, low, high, up, part) {
  n = points[standard, item]
  for (k = 2; k <= n; k++) {
    high = point[standard, item, k]
    if (x <= high) {
      low = point[standard, item, k - 1]
      up = (x - low) * (level[k] - level[k - 1]); part = int(up / (high - low))
      return level[k - 1] + part + (part * (high - low) < up)
    }
  }
  return n == 8 ? 500 : -1
}
NR == 1 { print $0, "aqi", "level", "category", "primary"; next }
{
  standard = $1 < "2026-03-01" ? "2012" : "2026"
  highest = -1; missing = 0; beyond = 0
  for (item = 1; item <= 6; item++) {
    text = $(item + 1); own[item] = -2
    if (text == "") { missing++; continue }
    index_ = iaqi(standard, item, whole(item == 5 ? text * 10 : text))
    if (index_ == -1) {
      if (standard == "2026") index_ = 300
      else if ($8 != "" && whole($8) >= whole(text)) index_ = iaqi("hour", 6, whole($8))
      else { beyond = 1; continue }
    }
    own[item] = index_
    if (index_ > highest) highest = index_
  }
  if (missing == 6 || (standard == "2026" && missing > 0 && !beyond && highest <= 100)) { print $0, "NA", "NA", "NA", "NA"; next }
  if (beyond && highest < 500) { print $0, "", 6, category[6], "o3_8h"; next }
  grade = highest <= 50 ? 1 : highest <= 100 ? 2 : highest <= 150 ? 3 : highest <= 200 ? 4 : highest <= 300 ? 5 : 6
  primary = ""
  if (highest > 50) for (item = 1; item <= 6; item++) if (own[item] == highest) primary = primary (primary == "" ? "" : ";") name[item]
  print $0, highest, grade, category[grade], primary
}
