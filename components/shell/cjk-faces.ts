import '@fontsource-variable/noto-serif-kr/index.css'
