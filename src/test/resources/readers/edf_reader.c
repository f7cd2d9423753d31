/* Reads an EDF+ file with EDFlib and prints what it holds: a line per fact, cells parted by tabs. */
#include <edflib.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  struct edf_hdr_struct header;
  if (argc != 2 || edfopen_file_readonly(argv[1], &header, EDFLIB_READ_ALL_ANNOTATIONS)) {
    printf("error\t%d\n", header.filetype);
    return 1;
  }
  printf("file\t%d\t%s\t%s\t%04d-%02d-%02dT%02d:%02d:%02d\t%lld\n", header.filetype, header.patientcode, header.equipment,
         header.startdate_year, header.startdate_month, header.startdate_day, header.starttime_hour,
         header.starttime_minute, header.starttime_second, header.starttime_subsecond);
  for (int s = 0; s < header.edfsignals; s++) {
    long long count = header.signalparam[s].smp_in_file;
    double *values = malloc(count * sizeof(double));
    int read = edfread_physical_samples(header.handle, s, (int)count, values);
    double sum = 0;
    for (int i = 0; i < read; i++) sum += values[i] * (1 + i % 7);
    printf("signal\t%s\t%s\t%lld\t%d\t%.9g\n", header.signalparam[s].label, header.signalparam[s].physdimension, count,
           read, sum);
    free(values);
  }
  for (long long n = 0; n < header.annotations_in_file; n++) {
    struct edf_annotation_struct a;
    edf_get_annotation(header.handle, (int)n, &a);
    printf("annotation\t%lld\t%s\t", (long long)a.onset, (char *)a.duration);
    for (const char *c = (const char *)a.annotation; *c; c++) putchar(*c == '\n' ? '|' : *c);
    putchar('\n');
  }
  edfclose_file(header.handle);
  return 0;
}
